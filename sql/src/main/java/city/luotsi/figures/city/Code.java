package city.luotsi.figures.city;

/** How a source spells a member: of {@code source} (or {@code *}, any), {@code code} means {@code id}. */
public record Code(String source, String code, String id) {}
