package io.anteroom.study.fit.reader;

/** A line that is no request, and why. It has no stack trace: a file may have millions of them. */
final class UnusableLineException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableLineException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
