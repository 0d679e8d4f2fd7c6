/* What a page that compares two editions has. */

import "./compare-steps.js";
import "./copy-redline.js";
import "./nature-filter.js";
