package city.luotsi.figures.city;

/** A GeoJSON file of the districts' polygons and the property that holds the district's id. */
public record Polygons(String file, String property) {}
