/* What a page of an edition with its clauses has. */

import "./page.js";
import "../text/copy-citation.js";
