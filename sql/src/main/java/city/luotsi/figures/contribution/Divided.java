package city.luotsi.figures.contribution;

import city.luotsi.figures.query.Composition.Portion;
import java.util.OptionalDouble;

/**
 * A part of a share or a mean R. Its change is told apart into rate, what changed in the part, and mix, that its weight w changed:
 * <pre>
 * rate = (r1 − r0) · (w0 + w1) / 2
 * mix  = (w1 − w0) · ((r0 + r1) / 2 − (R0 + R1) / 2)
 * </pre>
 * Over all parts they add up to R1 − R0, because the changes of the weights add up to 0. After Bennet's indicator (1920), which favours
 * neither period. A part without cases in a period had no rate then: it takes that of the other, so all of it is mix; its weight of 0 keeps
 * the sum exact whatever is taken.
 */
record Divided(Portion before, Portion after, Portion wholeBefore, Portion wholeAfter) {

    Part.Split split() {
        double rate =
                (rateAfter() - rateBefore()) * meanWeight() + loose(after, wholeAfter) - loose(before, wholeBefore);
        double mix = (weight(after, wholeAfter) - weight(before, wholeBefore)) * (meanRate() - meanWhole());
        return new Part.Split(rate, mix);
    }

    double meanWeight() {
        return (weight(before, wholeBefore) + weight(after, wholeAfter)) / 2;
    }

    double meanRate() {
        return (rateBefore() + rateAfter()) / 2;
    }

    double meanWhole() {
        return (whole(wholeBefore) + whole(wholeAfter)) / 2;
    }

    static double whole(Portion whole) {
        return whole.numerator() / whole.denominator();
    }

    /** What the part has itself; empty where there is nothing to divide by. */
    static OptionalDouble rate(Portion portion) {
        return portion.denominator() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(portion.numerator() / portion.denominator());
    }

    private double rateBefore() {
        return rate(before).orElseGet(() -> rate(after).orElse(0));
    }

    private double rateAfter() {
        return rate(after).orElseGet(() -> rate(before).orElse(0));
    }

    private static double weight(Portion portion, Portion whole) {
        return portion.denominator() / whole.denominator();
    }

    /** A numerator without a denominator, such as the cost of what wasn't completed, is in the whole and in no rate. */
    private static double loose(Portion portion, Portion whole) {
        return portion.denominator() == 0 ? portion.numerator() / whole.denominator() : 0;
    }
}
