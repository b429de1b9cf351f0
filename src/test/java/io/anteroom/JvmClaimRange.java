package io.anteroom;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a {@link JvmClaim} on releases that it says nothing about. */
final class JvmClaimRange implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), JvmClaim.class)
        .map(JvmClaimRange::evaluate)
        .orElseGet(() -> ConditionEvaluationResult.enabled("no claim of its own"));
  }

  private static ConditionEvaluationResult evaluate(JvmClaim claim) {
    int feature = Runtime.version().feature();
    String range =
        "the claim is about JDK %d to %s"
            .formatted(claim.from(), claim.to() == Integer.MAX_VALUE ? "the newest" : claim.to());
    return feature >= claim.from() && feature <= claim.to()
        ? ConditionEvaluationResult.enabled(range)
        : ConditionEvaluationResult.disabled(range);
  }
}
