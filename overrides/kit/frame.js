/* What stands around every page. */

import "./scheme-switch.js";
import "./phone-bar.js";
import "./paper-facts.js";
import "../search/search-box.js";
import "../edition/edition-menu.js";
import "./language-switch.js";
