/** On a phone names beside bars would leave them no room: each stands whole above its own. */
export function namesAbove(option: any, width: number) {
  option.yAxis.axisLine = { show: false };
  option.yAxis.axisLabel = {
    inside: true,
    margin: 0,
    align: 'left',
    verticalAlign: 'bottom',
    padding: [0, 0, 13, 0],
    fontSize: 12,
    width: width - 8,
    overflow: 'truncate',
  };
  option.series.forEach((series: any) => (series.barWidth = 8));
}
