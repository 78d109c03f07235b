package city.luotsi.jobs.run;

/** A run that can't go on. The message is one sentence for the operator: what is wrong with which file, and the remedy. */
public final class JobException extends RuntimeException {

    public JobException(String message) {
        super(message);
    }

    public JobException(String message, Throwable cause) {
        super(message, cause);
    }
}
