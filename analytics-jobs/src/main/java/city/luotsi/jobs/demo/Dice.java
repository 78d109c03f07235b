package city.luotsi.jobs.demo;

/** Numbers that look random, and depend on nothing but the seed and what they are for. */
record Dice(long seed) {
    private static final double STEPS = 0x1p53;

    /** At least 0, less than 1. */
    double chance(String purpose, long key) {
        return (mix(salt(purpose) + key) >>> 11) / STEPS;
    }

    /** What makes one purpose of one seed differ from the others; not negative. */
    long salt(String purpose) {
        return mix(mix(seed) + purpose.hashCode()) >>> 1;
    }

    /** A whole number from {@code least} to {@code most}. */
    int between(int least, int most, String purpose) {
        return least + (int) (chance(purpose, 0) * (most - least + 1));
    }

    /** Normally distributed, mean 0 and deviation 1. */
    double normal(String purpose, long key) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - chance(purpose + " radius", key)));
        return radius * StrictMath.cos(2 * Math.PI * chance(purpose + " angle", key));
    }

    // SplitMix64, Steele, Lea and Flood, 2014
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
