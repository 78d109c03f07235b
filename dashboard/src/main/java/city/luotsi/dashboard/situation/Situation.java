package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.notes.Board;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed, in sentences: what needs somebody first, then what got better, each with how sure it is. All of it was
 * computed before publication; only what people say of it is asked for, once the page is there.
 */
public final class Situation extends Section {
    private static final int AT_ONCE = 3;

    private final transient Snapshot snapshot;
    private final transient Words words;
    private final transient LastLook lastLook;
    private final transient Board board;
    private final transient Loader loader;

    public Situation(Snapshot snapshot, Words words, Notes notes, Loader loader) {
        this.snapshot = snapshot;
        this.words = words;
        this.board = new Board(notes, words.publication().city());
        this.loader = loader;
        this.lastLook = LastLook.at(snapshot, LastLook.remembered(snapshot));
        addClassName("situation");
        Findings findings = snapshot.findings();
        List<SignalText> leads = findings.signals().stream()
                .filter(Signal::isLead)
                .map(this::text)
                .toList();
        H2 heading = new H2(summary(leads));
        heading.addClassName("situation-summary");
        Area.mark("situation", this, heading);
        add(heading);
        for (SignalText.Kind kind : SignalText.Kind.values()) {
            List<SignalText> ofKind =
                    leads.stream().filter(text -> text.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                add(group(kind, ofKind));
            }
        }
        if (findings.comparisons() > 0) {
            add(method(findings));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!snapshot.isAsPublished()) {
            lastLook.remember(event.getUI(), snapshot);
        }
    }

    private SignalText text(Signal signal) {
        return new SignalText(signal, snapshot, words);
    }

    /** How many, of those that are new to this browser if it has been here before. */
    private String summary(List<SignalText> leads) {
        Optional<Instant> since = lastLook.before();
        List<SignalText> told = leads.stream()
                .filter(text -> text.signal().state() != SignalState.OVER)
                .filter(text -> isNew(text.signal()))
                .toList();
        if (leads.stream().noneMatch(text -> text.signal().state() != SignalState.OVER)) {
            return words.say("situation.nothing");
        }
        if (told.isEmpty()) {
            return words.say("situation.nothing-new", day(since));
        }
        long needs = count(told, SignalText.Kind.NEEDS);
        long better = count(told, SignalText.Kind.BETTER);
        long known = count(told, SignalText.Kind.WORTH_KNOWING);
        String counted = Stream.of(
                        part("situation.needs", needs),
                        part("situation.better", better),
                        part("situation.known", known))
                .flatMap(Optional::stream)
                .reduce((one, other) -> words.say("situation.and", one, other))
                .orElse("");
        return since.isPresent()
                ? words.say("situation.since", day(since), counted)
                : words.opening(words.say("situation.now", counted));
    }

    private Optional<String> part(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(words.say(key, count));
    }

    private static long count(List<SignalText> texts, SignalText.Kind kind) {
        return texts.stream().filter(text -> text.kind() == kind).count();
    }

    private boolean isNew(Signal signal) {
        return lastLook.before()
                .map(before -> signal.firstTold().isAfter(before))
                .orElse(true);
    }

    private String day(Optional<Instant> instant) {
        return instant.map(known -> words.dates()
                        .day(LocalDate.ofInstant(known, words.publication().zone())))
                .orElse("");
    }

    private Component group(SignalText.Kind kind, List<SignalText> signals) {
        Section group = new Section();
        group.addClassNames("signals", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        H2 heading = new H2(words.say("situation.group." + kind.name().toLowerCase(Locale.ROOT)));
        int shown = kind == SignalText.Kind.OVER ? 0 : AT_ONCE;
        if (shown > 0) {
            group.add(heading, list(signals.stream().limit(shown).toList()));
        }
        List<SignalText> more = signals.stream().skip(shown).toList();
        if (!more.isEmpty()) {
            String summary =
                    shown > 0 ? words.say("situation.more", more.size()) : words.say("situation.over", more.size());
            group.add(new NativeDetails(summary, list(more)));
        }
        return group;
    }

    private Component list(List<SignalText> signals) {
        OrderedList list = new OrderedList();
        for (SignalText text : signals) {
            List<SignalText> below = snapshot.findings().signals().stream()
                    .filter(signal -> signal.lead().equals(text.signal().id()) && !signal.isLead())
                    .map(this::text)
                    .toList();
            boolean news = lastLook.before().isPresent() && isNew(text.signal());
            list.add(new SignalItem(text, below, news, board, loader));
        }
        return list;
    }

    /** How it was looked, so that nobody takes silence for more than it is. */
    private Component method(Findings findings) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say("situation.method", counted(findings.comparisons())));
        findings.reach().ifPresent(reach -> {
            sentences.add(words.say("situation.reach", counted(reach.all()), counted(reach.compared())));
            if (reach.withheld() > 0) {
                sentences.add(words.say("situation.withheld", reach.withheld()));
            }
            if (reach.thin() > 0) {
                sentences.add(words.say("situation.thin", reach.thin()));
            }
        });
        Paragraph method = new Paragraph(String.join(" ", sentences));
        method.addClassName("note");
        return method;
    }

    private String counted(long count) {
        return words.amounts().number((double) count, 0);
    }
}
