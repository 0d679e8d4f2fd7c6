/* What a page that compares two editions has. */

import "../edition/lost-clause.js";
import "./compare-steps.js";
import "./copy-redline.js";
import "./nature-filter.js";
