package city.luotsi.dashboard.shell;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** A taken port is everyday: one sentence instead of a stack trace. */
class PortInUse extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
        return new FailureAnalysis(
                "Port %d is in use by another program.".formatted(cause.getPort()),
                "End that program, or choose another port: LUOTSI_PORT=%d".formatted(cause.getPort() + 1),
                cause);
    }
}
