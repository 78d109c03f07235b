package city.luotsi.figures.insight;

import java.util.HashMap;
import java.util.Map;

/** What is usual of each weekday: of each service and department, and of the city where those say too little. */
record Weekdays(DayWeights ofCity, Map<Slice, DayWeights> ofServices) {

    Weekdays {
        ofServices = Map.copyOf(ofServices);
    }

    /** How much is to be expected of each piece, by slice: of a part of a service as of the whole of it. */
    Map<Slice, double[]> weights(CellSums sums) {
        Map<Slice, double[]> known = new HashMap<>();
        Map<Slice, double[]> weights = new HashMap<>();
        for (Slice slice : sums.slices()) {
            Slice service = slice.parent().filter(Slice::isWholeService).orElse(slice);
            weights.put(
                    slice,
                    known.computeIfAbsent(
                            service,
                            one -> ofServices.getOrDefault(one, ofCity).of(sums.pace(), sums.newest(), sums.pieces())));
        }
        return weights;
    }
}
