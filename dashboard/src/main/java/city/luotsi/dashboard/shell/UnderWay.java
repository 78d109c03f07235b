package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.RunUnderWay;
import city.luotsi.dashboard.snapshot.RunsUnderWay;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the jobs are doing for a city at this moment; empty where they do nothing. Keeps itself up to date. */
public final class UnderWay extends Paragraph {
    /** How the jobs begin to say what they do, and the text for it; what else they say is left out. */
    private static final Map<String, String> DOING = Map.of(
            "copying ", "copying",
            "reading the lake", "reading-lake",
            "reading ", "reading",
            "writing to the lake: ", "writing-lake",
            "moving to landing", "moving",
            "adding up ", "adding-up",
            "writing the publication", "writing-publication",
            "looking for signals", "looking-for-signals",
            "checking the publication", "checking-publication",
            "making ", "making");

    private static final List<String> TOLD = List.of("refresh", "ingest", "demo");

    private final transient RunsUnderWay runs;
    private final transient Wording wording;
    private final String city;
    private final ZoneId zone;
    private transient Snapshots.@Nullable Subscription subscription;

    /** @param zone in which times are told */
    public UnderWay(RunsUnderWay runs, String city, ZoneId zone, Wording wording) {
        this.runs = runs;
        this.city = city;
        this.zone = zone;
        this.wording = wording;
        addClassName("under-way");
        tell();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        subscription = runs.onChange(() -> {
            var _ = page.access(this::tell);
        });
        tell();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
        }
    }

    private void tell() {
        setText(runs.of(city).stream().map(this::sentence).collect(Collectors.joining(" · ")));
    }

    private String sentence(RunUnderWay run) {
        String kind = TOLD.contains(run.verb()) && !run.doing().equals("cleaning up") ? run.verb() : "other";
        String doing = doing(run.doing());
        String what = wording.say("under-way." + kind);
        return wording.say(
                "under-way.since",
                doing.isEmpty() ? what : wording.say("under-way.what", what, doing),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(wording.locale())
                        .format(run.since().atZone(zone)));
    }

    /** The longest beginning that fits, in the reader's language, with the job's own name for what it is about. */
    private String doing(String said) {
        return DOING.keySet().stream()
                .filter(said::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(begin -> wording.say("under-way." + DOING.getOrDefault(begin, ""), said.substring(begin.length())))
                .orElse("");
    }
}
