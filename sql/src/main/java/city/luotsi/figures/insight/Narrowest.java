package city.luotsi.figures.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of departures of one KPI in slices that lie within each other only one is told: the narrowest that carries it. Parts carry
 * what their whole shows if most of the cases beyond what is expected are theirs, and the rest of the whole is hardly
 * touched: that most come by web doesn't make it a matter of the web.
 */
final class Narrowest {
    private static final double MOST = 0.6;
    private static final double HARDLY = 1.0 / 3;

    private Narrowest() {}

    /** @param told of all KPIs, each course at most once */
    static List<Departure> of(List<Departure> told) {
        List<Departure> left = new ArrayList<>(told);
        List<Departure> chosen = new ArrayList<>();
        // from the whole to its parts: who is told silences all below, who is carried leaves it to them
        List<Departure> wholesFirst = told.stream()
                .sorted(Comparator.comparingInt(
                        departure -> departure.course().slice().depth()))
                .toList();
        for (Departure departure : wholesFirst) {
            if (left.contains(departure) && !isCarried(departure, left)) {
                chosen.add(departure);
                left.removeIf(other -> isPart(departure, other));
            }
        }
        return chosen;
    }

    /** By a single part of a service; by any number of services of a department or the city. */
    private static boolean isCarried(Departure whole, List<Departure> left) {
        List<Departure> parts =
                left.stream().filter(part -> isPart(whole, part)).toList();
        boolean wide = whole.course().slice().service().isEmpty();
        List<Departure> services = parts.stream()
                .filter(part -> part.course().slice().isWholeService())
                .toList();
        return (wide && carry(whole, services)) || parts.stream().anyMatch(part -> carry(whole, List.of(part)));
    }

    private static boolean carry(Departure whole, List<Departure> parts) {
        double beyond = parts.stream().mapToDouble(Narrowest::beyond).sum();
        double cases = parts.stream().mapToDouble(Narrowest::cases).sum();
        double restBeyond = beyond(whole) - beyond;
        double restCases = Math.max(1, cases(whole) - cases);
        return cases > 0 && beyond >= MOST * beyond(whole) && restBeyond / restCases <= HARDLY * beyond / cases;
    }

    /** By piece, so that windows of different length compare; a stock is what it is at the end. */
    private static double beyond(Departure departure) {
        return Math.abs(departure.estimate().beyond()) / pieces(departure);
    }

    private static double cases(Departure departure) {
        return departure.estimate().cases() / pieces(departure);
    }

    private static int pieces(Departure departure) {
        return departure.course().kpi().rollup().isStock() ? 1 : departure.window();
    }

    private static boolean isPart(Departure whole, Departure other) {
        Slice slice = whole.course().slice();
        return whole.course().kpi().equals(other.course().kpi())
                && whole.isUp() == other.isUp()
                && !slice.equals(other.course().slice())
                && slice.holds(other.course().slice());
    }
}
