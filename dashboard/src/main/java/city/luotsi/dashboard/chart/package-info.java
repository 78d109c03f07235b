/** Charts and their table twins: figures in, an ECharts option out. */
@NullMarked
package city.luotsi.dashboard.chart;

import org.jspecify.annotations.NullMarked;
