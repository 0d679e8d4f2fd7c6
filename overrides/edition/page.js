/* What every page of an edition has. */

import "../kit/frame.js";
import "../text/page-panels.js";
import "./print-button.js";
import "./status-today.js";
import "./lost-clause.js";
