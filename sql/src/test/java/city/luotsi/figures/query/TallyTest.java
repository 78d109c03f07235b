package city.luotsi.figures.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void sumsAddUpColumnByColumn() {
        assertEquals(new Tally.Sums(11, 22, 33, 44), new Tally.Sums(1, 2, 3, 4).plus(new Tally.Sums(10, 20, 30, 40)));
    }

    @Test
    void bucketsAddUpBucketByBucket() {
        Tally.Buckets one = new Tally.Buckets(new TreeMap<>(Map.of(1, 5L, 3, 7L)), 2);
        Tally.Buckets other = new Tally.Buckets(new TreeMap<>(Map.of(3, 10L, 8, 1L)), 1);

        assertEquals(new Tally.Buckets(new TreeMap<>(Map.of(1, 5L, 3, 17L, 8, 1L)), 3), one.plus(other));
        assertEquals(Map.of(1, 5L, 3, 7L), one.events(), "what was added to");
    }

    @Test
    void sketchesStandSideBySide() {
        byte[] one = {1};
        byte[] other = {2};

        assertEquals(
                new Tally.Distinct(List.of(one, other), 33, 44),
                new Tally.Distinct(List.of(one), 3, 4).plus(new Tally.Distinct(List.of(other), 30, 40)));
    }

    @Test
    void nothingIsAddedToAnotherKind() {
        Tally buckets = Tally.Buckets.none();
        assertThrows(IllegalArgumentException.class, () -> Tally.Sums.NONE.plus(buckets));
    }
}
