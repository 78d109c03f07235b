package city.luotsi.figures.insight;

import java.util.Optional;

/**
 * A part of the city that figures are told of. Parts lie within each other: a service in its department, a service's
 * district or channel in the service.
 *
 * @param department of the slice; also that of its service, where there is one
 * @param district only beside a service
 * @param channel only beside a service
 */
public record Slice(
        Optional<String> department, Optional<String> service, Optional<String> district, Optional<String> channel) {
    static final Slice CITY = new Slice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Slice {
        if (service.isEmpty() && (district.isPresent() || channel.isPresent())) {
            throw new IllegalArgumentException("a district or channel is told of a service only");
        }
    }

    static Slice ofDepartment(String department) {
        return new Slice(Optional.of(department), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Slice ofService(Optional<String> department, String service) {
        return new Slice(department, Optional.of(service), Optional.empty(), Optional.empty());
    }

    Slice inDistrict(String id) {
        return new Slice(department, service, Optional.of(id), Optional.empty());
    }

    Slice byChannel(String id) {
        return new Slice(department, service, Optional.empty(), Optional.of(id));
    }

    /** The slice that it is a part of: of a service's district the service, of a service its department, of that the city. */
    Optional<Slice> parent() {
        if (district.isPresent() || channel.isPresent()) {
            return Optional.of(new Slice(department, service, Optional.empty(), Optional.empty()));
        }
        if (service.isPresent()) {
            return Optional.of(department.map(Slice::ofDepartment).orElse(CITY));
        }
        return department.isPresent() ? Optional.of(CITY) : Optional.empty();
    }

    /** Whether the other is this slice or a part of it. */
    boolean holds(Slice other) {
        return other.equals(this) || other.parent().filter(this::holds).isPresent();
    }

    boolean isWholeService() {
        return service.isPresent() && district.isEmpty() && channel.isEmpty();
    }

    /** How many slices it lies in. */
    int depth() {
        return parent().map(parent -> 1 + parent.depth()).orElse(0);
    }

    /** Whether one of the two is a part of the other. */
    boolean isNear(Slice other) {
        return holds(other) || other.holds(this);
    }
}
