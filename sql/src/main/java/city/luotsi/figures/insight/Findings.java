package city.luotsi.figures.insight;

import java.util.List;
import java.util.Optional;

/**
 * All that was found in a publication.
 *
 * @param signals the highest rank first
 * @param comparisons how many were made
 * @param reach empty of a publication that doesn't tell it yet
 * @param threshold standard errors from which on a departure of weeks is told, which are looked at each day
 * @param thresholdOfMonths likewise of months, which are news once, of figures that can be better or worse
 * @param falseAlarmsAMonth so many may be told a month by mere chance, at most
 */
public record Findings(
        List<Signal> signals,
        long comparisons,
        Optional<Reach> reach,
        double threshold,
        double thresholdOfMonths,
        double falseAlarmsAMonth) {
    public static final Findings NONE = new Findings(List.of(), 0, Optional.empty(), 0, 0, 0);

    public Findings {
        signals = List.copyOf(signals);
    }
}
