package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Amounts;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.insight.Against;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import city.luotsi.figures.insight.Slice;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A signal in words. */
record SignalText(Signal signal, Snapshot snapshot, Words words) {
    private static final double VERY_HIGH = 0.999;
    private static final double HIGH = 0.9;

    /** What a signal asks of whoever reads it. */
    enum Kind {
        /** Worse than usual: somebody should decide. */
        NEEDS,
        /** Better than usual. */
        BETTER,
        /** Neither good nor bad by itself. */
        WORTH_KNOWING,
        /** No longer so. */
        OVER
    }

    Kind kind() {
        if (signal.state() == SignalState.OVER) {
            return Kind.OVER;
        }
        return switch (kpi().better()) {
            case NEITHER -> Kind.WORTH_KNOWING;
            case HIGHER, LOWER -> (kpi().better() == Better.HIGHER) == signal.up() ? Kind.BETTER : Kind.NEEDS;
        };
    }

    Kpi kpi() {
        return words.publication().catalogue().kpi(signal.kpi());
    }

    /** Where, and what: enough to know whether it concerns oneself. */
    String headline() {
        return words.say("signal.headline", place(), figure());
    }

    /** The figure beside what was to be expected. */
    String figure() {
        String title = words.kpiInText(kpi());
        Amounts amounts = words.amounts().alike(signal.observed(), signal.expected());
        String observed = amounts.rounded(kpi(), signal.observed()).text();
        String expected = amounts.rounded(kpi(), signal.expected()).text();
        if (signal.against() == Against.TARGET) {
            String target = amounts.decided(kpi(), signal.expected());
            return words.say(
                    kind() == Kind.BETTER ? "signal.target.met" : "signal.target.missed", title, observed, target);
        }
        return switch (kpi().rollup()) {
            case SUM, PER_RESIDENT, DISTINCT -> words.say("signal.sum", title, observed, expected, window());
            case RATIO, STOCK, STOCK_AGE, QUANTILE -> words.say("signal.level", title, observed, expected);
        };
    }

    String place() {
        Slice slice = signal.slice();
        List<String> names = new ArrayList<>();
        if (slice.service().isPresent()) {
            slice.service().ifPresent(id -> names.add(words.member("service", id)));
        } else {
            names.add(slice.department()
                    .map(id -> words.member("department", id))
                    .orElseGet(() -> words.text(words.publication().name())));
        }
        slice.district().ifPresent(id -> names.add(words.member("district", id)));
        slice.channel().ifPresent(id -> names.add(words.member("channel", id)));
        return String.join(", ", names);
    }

    /** Since when, how many are behind it, how sure it is, what is aimed at. */
    List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(words.say("signal.since", words.dates().day(signal.since())));
        details.add(behind());
        details.add(words.say(certainty()));
        if (signal.against() == Against.TARGET) {
            details.add(words.say("signal.months.target"));
            return details;
        }
        target().ifPresent(target ->
                details.add(words.say("target.set", words.amounts().decided(kpi(), target.value()))));
        if (signal.pace() == Step.MONTH) {
            boolean kept = kpi().rollup() == Rollup.QUANTILE;
            details.add(words.say(kept ? "signal.months.kept" : "signal.months"));
        }
        return details;
    }

    private String certainty() {
        if (signal.certainty() >= VERY_HIGH) {
            return "signal.very-certain";
        }
        return signal.certainty() >= HIGH ? "signal.certain" : "signal.fairly-certain";
    }

    /** How many cases are behind it. */
    private String behind() {
        if (signal.against() == Against.TARGET) {
            return words.say("signal.behind", words.amounts().number(signal.cases(), 0));
        }
        String beyond = words.amounts().number(Math.abs(signal.beyond()), 0);
        String cases = words.amounts().number(signal.cases(), 0);
        String way = signal.beyond() > 0 ? "more" : "fewer";
        return switch (kpi().rollup()) {
            case SUM, PER_RESIDENT, STOCK -> words.say("signal.beyond." + way, beyond);
            case RATIO ->
                switch (kpi().unit()) {
                    case PERCENT -> words.say("signal.beyond.share." + way, beyond, cases);
                    case COUNT, DAYS, MONEY, RATE -> words.say("signal.behind", cases);
                };
            case STOCK_AGE, QUANTILE, DISTINCT -> words.say("signal.behind", cases);
        };
    }

    String state() {
        return words.say("signal." + signal.state().name().toLowerCase(Locale.ROOT));
    }

    private String window() {
        Period period = period();
        return signal.pace() == Step.MONTH
                ? words.dates().period(period)
                : words.say("signal.weeks", period.days() / 7);
    }

    /** The days in which it shows. */
    Period period() {
        return new Period(signal.since(), signal.through());
    }

    private Optional<Target> target() {
        Slice slice = signal.slice();
        return slice.service().isEmpty()
                ? words.publication().target(signal.kpi(), slice.department(), signal.through())
                : Optional.empty();
    }

    /** The page of the figure, in this slice and time. */
    String link() {
        return Places.kpi(snapshot.place(), signal.kpi()) + "?" + asked(filters()) + "&pace="
                + signal.pace().name().toLowerCase(Locale.ROOT);
    }

    /** What contributed to it, against as many days before: one step wider, so that it is seen beside others. */
    String why() {
        String place = Places.why(snapshot.place(), signal.kpi()) + "?";
        return Wider.of(signal, period(), snapshot)
                .map(wider -> place + asked(wider.filters()) + "&by=" + wider.by())
                .orElseGet(() -> place + asked(filters()));
    }

    /** All that stands behind the number. */
    String passport() {
        return Places.passport(snapshot.place(), signal.kpi()) + "?" + asked(filters());
    }

    private String asked(Map<String, Set<String>> slice) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("period", Periods.write(period()));
        slice.forEach((dimension, members) ->
                parameters.put(dimension, members.iterator().next()));
        return QueryParameters.simple(parameters).getQueryString();
    }

    /** Its slice as a question has it; a service says its department. */
    Map<String, Set<String>> filters() {
        Slice slice = signal.slice();
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        if (slice.service().isEmpty()) {
            slice.department().ifPresent(id -> filters.put("department", Set.of(id)));
        }
        slice.service().ifPresent(id -> filters.put("service", Set.of(id)));
        slice.district().ifPresent(id -> filters.put("district", Set.of(id)));
        slice.channel().ifPresent(id -> filters.put("channel", Set.of(id)));
        return filters;
    }
}
