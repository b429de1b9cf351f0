package io.anteroom.theory;

/** The formulas by name, with where they come from. */
enum Formula {
  ERLANG_B("Erlang B", "A. K. Erlang 1917"),
  ERLANG_C("Erlang C", "A. K. Erlang 1917"),
  FINITE_LINE("M/M/c/K", "Gross, Shortle, Thompson & Harris 2008, section 2.5"),
  ERLANG_A("Erlang A", "Palm 1957; Garnett, Mandelbaum & Reiman 2002"),
  FIXED_PATIENCE("M/M/c+D", "Barrer 1957; Baccelli & Hebuterne 1981"),
  FIXED_HOLD("M/D/c", "Crommelin 1932; Franx 2001"),
  POLLACZEK_KHINCHINE("Pollaczek-Khinchine", "Pollaczek 1930; Khinchine 1932"),
  RENEWAL_ARRIVALS("GI/M/c", "Takács 1957"),
  ALLEN_CUNNEEN("Allen-Cunneen", "Allen 1990, section 5.4; an approximation"),
  BATCHES("M^X/M/c", "Burke 1975; Gross, Shortle, Thompson & Harris 2008, section 3.1"),
  MODIFIED_OFFERED_LOAD(
      "modified offered load", "Jennings, Mandelbaum, Massey & Whitt 1996; an approximation"),
  FINITE_POPULATION("M/M/c//N", "Lavenberg & Reiser 1980; Baskett, Chandy, Muntz & Palacios 1975"),
  JACKSON("Jackson", "Jackson 1957; Kelly 1975: each pool is a queue M/M/c of its own"),
  POOL_BY_POOL(
      "pool by pool", "Burke 1956: what leaves M/M/c is Poisson; each pool has its formula"),
  COBHAM("Cobham", "Cobham 1954"),
  KELLA_YECHIALI("Kella-Yechiali", "Kella & Yechiali 1985"),
  PREEMPTIVE_ONE_ROOM("preemptive resume", "White & Christie 1958; Miller 1960"),
  PREEMPTIVE_MANY_ROOMS("preemptive resume", "Buzen & Bondi 1983"),
  CLOSED_NETWORK("mean value analysis", "Reiser & Lavenberg 1980; by convolution, Buzen 1973"),
  UTILISATION_LAW("utilisation law", "Denning & Buzen 1978"),
  ALWAYS_TAKEN("Little's law", "J. D. C. Little 1961; all rooms are always taken"),
  EXPONENTIAL_BURST("order statistics", "Rényi 1953"),
  FIXED_BURST("waves", "counting"),
  AT_WILL("nobody waits", "rooms are entered at will"),
  ROOM_FOR_EACH("nobody waits", "there is a room for each person");

  private final String word;
  private final String source;

  Formula(String word, String source) {
    this.word = word;
    this.source = source;
  }

  String word() {
    return word;
  }

  String source() {
    return source;
  }

  boolean exact() {
    return this != ALLEN_CUNNEEN && this != MODIFIED_OFFERED_LOAD;
  }
}
