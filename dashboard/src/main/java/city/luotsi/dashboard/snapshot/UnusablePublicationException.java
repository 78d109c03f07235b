package city.luotsi.dashboard.snapshot;

/** A publication that must not be shown; the message says which and why. */
final class UnusablePublicationException extends RuntimeException {
    UnusablePublicationException(String message) {
        super(message);
    }

    UnusablePublicationException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
