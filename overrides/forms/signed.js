/* What the page has that tells what somebody signed. */

import "../edition/lost-clause.js";
import "./signed-copy.js";
import "./signed-day.js";
