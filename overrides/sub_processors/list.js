/* What the page of a list has. */

import "./list-changes.js";
import "./list-on-date.js";
