package city.luotsi.jobs.cube;

/**
 * Rows of a subject that are added to a cube, or taken away from it.
 *
 * @param name tells its views from those of other parts
 * @param sign +1 or −1
 * @param window which of its rows
 */
record Part(String name, int sign, Window window) {

    Part {
        if (Math.abs(sign) != 1) {
            throw new IllegalArgumentException("a part is added (1) or taken away (-1), was " + sign);
        }
    }

    /** All of the lake. */
    static Part whole(Window window) {
        return new Part("lake", 1, window);
    }

    /** The view that holds a subject's rows of this part. */
    String view(String subject) {
        return subject + "_of_" + name;
    }
}
