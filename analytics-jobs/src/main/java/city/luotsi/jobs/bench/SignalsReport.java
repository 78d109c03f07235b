package city.luotsi.jobs.bench;

import java.util.List;
import java.util.Locale;

/** How well signals were found over all trials. */
record SignalsReport(List<SignalTrial.Outcome> outcomes) {

    SignalsReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Stories found within a week of the day the data could show them, of all. */
    double recall() {
        return (double) found().filter(one -> one.told().isPresent()).count() / found().count();
    }

    /** Of the stories found, those whose slice was named right. */
    double named() {
        return (double) found().filter(SignalTrial.Found::exactly).count()
                / found().filter(one -> one.told().isPresent()).count();
    }

    /** Signals that are of a story, of all that were told of cities with stories. */
    double precision() {
        long right = outcomes.stream()
                .filter(SignalTrial.Outcome::stories)
                .mapToLong(outcome -> outcome.right().size())
                .sum();
        long wrong = outcomes.stream()
                .filter(SignalTrial.Outcome::stories)
                .mapToLong(outcome -> outcome.wrong().size())
                .sum();
        return (double) right / (right + wrong);
    }

    /** Days from when a story could be seen until it was, the mean of those found. */
    double delay() {
        return found().flatMap(one -> one.delay().stream())
                .mapToLong(Long::longValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Of cities in which nothing happens. */
    double falseAlarmsAMonth() {
        List<SignalTrial.Outcome> quiet =
                outcomes.stream().filter(outcome -> !outcome.stories()).toList();
        return quiet.stream().mapToDouble(outcome -> outcome.wrong().size()).sum()
                / quiet.stream().mapToInt(SignalTrial.Outcome::months).sum();
    }

    String table() {
        return String.format(
                Locale.ROOT,
                """
                stories found within a week   %.0f %% of %d (slice named right: %.0f %% of those)
                delay, mean of those          %.1f days
                precision                     %.0f %%
                false alarms where nothing happens   %.2f a month""",
                100 * recall(),
                found().count(),
                100 * named(),
                delay(),
                100 * precision(),
                falseAlarmsAMonth());
    }

    private java.util.stream.Stream<SignalTrial.Found> found() {
        return outcomes.stream().flatMap(outcome -> outcome.found().stream());
    }
}
