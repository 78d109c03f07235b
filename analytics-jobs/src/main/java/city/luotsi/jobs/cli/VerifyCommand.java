package city.luotsi.jobs.cli;

import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Workplace;
import city.luotsi.jobs.verify.Link;
import city.luotsi.jobs.verify.Verdict;
import city.luotsi.jobs.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Counts a published figure again, event by event, from the version of the lake that its publication names and by the"
                    + " definitions in it. The city is the link's.",
            "Exit code 1 if the two differ. A publication's version of the lake can be read for a week after it was replaced."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "LINK",
            description = "The address of a figure, as copied from the dashboard:"
                    + " http://…/helsinki@7/kpi/requests?period=2026-10")
    private String link = "";

    @Override
    public Integer call() {
        Link asked = asked();
        PrintWriter out = command.commandLine().getOut();
        return common.ending(() -> {
            Workplace work = common.folders().work(asked.city(), "verify");
            try {
                Files.createDirectories(work.folder());
                Verification.Verified verified = new Verification(
                                common.spark(), common.folders(), common.definitions())
                        .verify(asked, work.folder());
                out.println(verified.heading());
                out.println(verified.verdict().text());
                out.flush();
                return verified.verdict().outcome() == Verdict.Outcome.DIFFERENT ? 1 : 0;
            } catch (IOException | SQLException e) {
                throw new JobException("%s can't be verified: %s".formatted(link, e.getMessage()), e);
            } finally {
                work.clear();
            }
        });
    }

    private Link asked() {
        try {
            return Link.read(link);
        } catch (JobException e) {
            throw common.wrong(e);
        }
    }
}
