/* What the page has that tells what somebody signed. */

import "./signed-copy.js";
import "./signed-day.js";
