/* What a page of the history has. */

import "./copy-redline.js";
