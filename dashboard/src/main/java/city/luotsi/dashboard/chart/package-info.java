/** Charts and their table twins: figures in, what the browser lays out by CSS out. */
@NullMarked
package city.luotsi.dashboard.chart;

import org.jspecify.annotations.NullMarked;
