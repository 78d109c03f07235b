package city.luotsi.jobs.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Polygons as coarse as a map shows them. What two share as a border they go on sharing. */
public final class Outlines {
    /** A map is some thousand pixels wide. */
    private static final double PIXELS = 1000;

    private Outlines() {}

    /** One outline of all parts together: what gapes between neighbours, in most cities' files some metres, is closed. */
    public static Geometry together(Collection<Geometry> parts) {
        Geometry union = UnaryUnionOp.union(parts);
        double gap = size(union.getEnvelopeInternal()) / PIXELS / 2;
        BufferParameters sharp = new BufferParameters();
        sharp.setJoinStyle(BufferParameters.JOIN_MITRE);
        return BufferOp.bufferOp(BufferOp.bufferOp(union, gap, sharp), -gap, sharp);
    }

    private static double size(Envelope envelope) {
        return Math.max(envelope.getWidth(), envelope.getHeight());
    }

    static Map<String, Geometry> simplified(Map<String, List<Geometry>> parts) {
        List<Geometry> whole = new ArrayList<>();
        Envelope all = new Envelope();
        for (List<Geometry> of : parts.values()) {
            Geometry one = UnaryUnionOp.union(of);
            whole.add(one);
            all.expandToInclude(one.getEnvelopeInternal());
        }
        Geometry[] coarse = CoverageSimplifier.simplify(whole.toArray(Geometry[]::new), size(all) / PIXELS);
        Map<String, Geometry> outlines = new LinkedHashMap<>();
        for (String code : parts.keySet()) {
            outlines.put(code, coarse[outlines.size()]);
        }
        return outlines;
    }
}
