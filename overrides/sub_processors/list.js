/* What the page of a list has. */

import "../edition/lost-clause.js";
import "./list-changes.js";
import "./list-on-date.js";
