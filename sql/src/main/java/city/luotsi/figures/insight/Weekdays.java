package city.luotsi.figures.insight;

import java.util.Map;

/** What is usual of each weekday: of each service, and of the city where a service says too little. */
record Weekdays(DayWeights ofCity, Map<Slice, DayWeights> ofServices) {

    Weekdays {
        ofServices = Map.copyOf(ofServices);
    }

    /** Of a part of a service that of the whole service. */
    DayWeights of(Slice slice) {
        Slice service = slice.parent().filter(Slice::isWholeService).orElse(slice);
        return ofServices.getOrDefault(service, ofCity);
    }
}
