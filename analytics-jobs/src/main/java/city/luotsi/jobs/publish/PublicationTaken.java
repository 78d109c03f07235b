package city.luotsi.jobs.publish;

/** Another run published while this one was computing. Nothing is lost: a later run publishes what this one knew. */
final class PublicationTaken extends RuntimeException {
    PublicationTaken(long number) {
        super("publication %d was made by another run meanwhile; run 'refresh' again if you need this one's figures"
                .formatted(number));
    }
}
