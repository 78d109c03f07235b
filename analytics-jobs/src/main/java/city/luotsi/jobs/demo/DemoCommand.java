package city.luotsi.jobs.demo;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.cli.CommonOptions;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Run;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the events of a demonstration city: invented, the same for the same settings, and marked as demonstration"
                    + " data wherever they are shown.",
            "Another run with the same settings changes nothing; one with others replaces the events.",
            "Stories whose cause is known are planted in them; stories.json in the city's folder says which, where and when."
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many; ${DEFAULT-VALUE} if not said.")
    private long events;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another number makes another city; ${DEFAULT-VALUE} if not said.")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day of the data, like 2026-05-31; yesterday if not said.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many years the data goes back; ${DEFAULT-VALUE} if not said.")
    private int years;

    @Option(
            names = "--stories",
            paramLabel = "all|none",
            defaultValue = "all",
            description = "Whether stories are planted; ${DEFAULT-VALUE} if not said.")
    private DemoSettings.Telling stories = DemoSettings.Telling.ALL;

    @Override
    public Integer call() {
        String city = common.demonstrationCity();
        CityPack pack = new CityPacks(common.definitions()).read(JobFolders.packOf(city));
        DemoSettings settings = settings(LocalDate.now(common.clock().withZone(pack.zone())));
        common.run("demo", city, run -> make(city, settings, run));
        return 0;
    }

    private DemoSettings settings(LocalDate today) {
        LocalDate last = until.orElse(today.minusDays(1));
        if (!last.isBefore(today)) {
            throw common.wrong(new JobException(
                    "--until is %s, which is not over yet; the latest is %s".formatted(last, today.minusDays(1))));
        }
        try {
            return new DemoSettings(events, seed, last, years, stories);
        } catch (IllegalArgumentException e) {
            throw common.wrong(new JobException(String.valueOf(e.getMessage()), e));
        }
    }

    private void make(String city, DemoSettings settings, Run run) {
        DemoCity demo = new DemoCity(common.folders(), common.definitions(), city, common.progress());
        DemoCity.Made made = demo.make(settings, common::spark);
        made.files().forEach(run::file);
        say(
                run,
                "demonstration data: every event is invented (seed %d, %s to %s)"
                        .formatted(settings.seed(), settings.from(), settings.until()));
        made.recipe().stories().forEach(story -> say(run, story.sentence()));
        say(
                run,
                made.files().isEmpty()
                        ? "%s is made with these settings already: nothing to do".formatted(city)
                        : String.format(
                                Locale.ROOT,
                                "%s: %,d events made",
                                city,
                                made.files().stream()
                                        .mapToLong(FileCounts::inserted)
                                        .sum()));
    }

    private void say(Run run, String sentence) {
        run.note(sentence);
        common.progress().say(sentence);
    }
}
