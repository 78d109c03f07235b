package city.luotsi.jobs.demo;

/** What a story does to the data; sql/demo/stories.yaml says it in words. */
public enum Effect {
    WAIT,
    FORM,
    LETTER,
    SILENCE,
    REQUESTS
}
