package city.luotsi.jobs.cli;

import city.luotsi.jobs.lake.Lake;
import city.luotsi.jobs.publish.Publications;
import city.luotsi.jobs.run.CityLock;
import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Removes publications that are no longer kept.",
            "Kept are all of 48 hours, the last of each day for 90 days, the last of each month for ever, every pinned one,"
                    + " the current one, and any that is open somewhere.",
            "Of the lake, files go that no version of the last week needs, with what killed runs left there."
        })
public final class CleanCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        String city = common.city();
        common.run("clean", run -> {
            try (CityLock lock = CityLock.take(common.folders(), city, "refresh")) {
                lock.say("cleaning up");
                List<Long> gone = Publications.of(common.folders(), city)
                        .clean(common.clock().instant());
                String sentence = gone.isEmpty()
                        ? "no publication of %s has outlived its time".formatted(city)
                        : "removed %d publications of %s: %s".formatted(gone.size(), city, gone);
                run.note(sentence);
                common.progress().say(sentence);
                Lake lake = new Lake(common.spark(), common.folders().lake(city));
                if (lake.exists()) {
                    common.progress().stage("clearing away what the lake no longer needs");
                    lake.vacuum();
                }
            } catch (IOException e) {
                throw new JobException("%s can't be cleaned: %s".formatted(city, e.getMessage()), e);
            }
        });
        return 0;
    }
}
