package city.luotsi.figures.insight;

import java.util.List;

/**
 * All that was found in a publication.
 *
 * @param signals the highest rank first
 * @param comparisons how many were made
 * @param withheld slices that could not be looked at, because something in their newest months is hidden
 * @param threshold standard errors from which on a departure of weeks is told, which are looked at each day
 * @param thresholdOfMonths likewise of months, which are news once a month
 * @param falseAlarmsAMonth so many may be told a month by mere chance, at most
 */
public record Findings(
        List<Signal> signals,
        long comparisons,
        long withheld,
        double threshold,
        double thresholdOfMonths,
        double falseAlarmsAMonth) {
    public static final Findings NONE = new Findings(List.of(), 0, 0, 0, 0, 0);

    public Findings {
        signals = List.copyOf(signals);
    }
}
