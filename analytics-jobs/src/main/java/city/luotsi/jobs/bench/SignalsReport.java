package city.luotsi.jobs.bench;

import java.util.List;
import java.util.Locale;

/** How well signals were found over all trials. */
record SignalsReport(List<SignalTrial.Outcome> outcomes) {

    SignalsReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Stories found within a week of the day the data could show them, of all those of open or of confidential services. */
    double recall(boolean confidential) {
        return (double) found().filter(one -> one.confidential() == confidential)
                        .filter(SignalTrial.Found::withinAWeek)
                        .count()
                / found().filter(one -> one.confidential() == confidential).count();
    }

    /** Of confidential services, with the first month that could show them or with the one after it. */
    double recallWithTheNextMonth() {
        return (double) found().filter(SignalTrial.Found::confidential)
                        .filter(one -> one.told().isPresent())
                        .count()
                / found().filter(SignalTrial.Found::confidential).count();
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
                stories found within a week: of open services            %3.0f %%
                  of confidential ones, of the first month that shows it %3.0f %%
                  or of the month after it                               %3.0f %%
                slice named right, of those found                        %3.0f %%
                delay, mean of those found                               %.1f days
                precision                                                %3.0f %%
                false alarms a month where nothing happens               %.2f""",
                100 * recall(false),
                100 * recall(true),
                100 * recallWithTheNextMonth(),
                100 * named(),
                delay(),
                100 * precision(),
                falseAlarmsAMonth());
    }

    private java.util.stream.Stream<SignalTrial.Found> found() {
        return outcomes.stream().flatMap(outcome -> outcome.found().stream());
    }
}
