"""Writes scores and targets that follow a fixed rule, and what scikit-learn makes of them.

    /usr/bin/python3 metrics.py > metrics.txt

A line is a name and numbers. Classes: 5, of which the last has no samples and one before is never predicted.
"""
import math

import numpy as np
from sklearn import metrics

SAMPLES, CLASSES = 60, 5


def show(name, *values):
    print(f"{name}; {' '.join(f'{float(v):.12g}' for v in np.concatenate([np.ravel(v) for v in values]))}")


def main():
    index = np.arange(SAMPLES)
    scores = np.array([[math.sin(1 + i * 1.7 + c * c * 0.9) for c in range(CLASSES)] for i in index], dtype=np.float32)
    scores[:, 2] -= 3
    targets = (index * 7 + index // 5) % (CLASSES - 1)
    predictions = scores.argmax(1)
    show("scores", scores)
    show("targets", targets)
    labels = list(range(CLASSES))
    show("accuracy", metrics.accuracy_score(targets, predictions))
    for k in (2, 3):
        show(f"top {k}", metrics.top_k_accuracy_score(targets, scores, k=k, labels=labels))
    show("confusion", metrics.confusion_matrix(targets, predictions, labels=labels))
    present = sorted(set(targets) | set(predictions))
    for average in ("micro", "macro", "weighted"):
        show(average, metrics.precision_recall_fscore_support(targets, predictions, labels=present, average=average, zero_division=0)[:3])
    show("classes", metrics.precision_recall_fscore_support(targets, predictions, labels=labels, zero_division=0)[:3])
    binary, rounded = (targets < 2).astype(int), np.round(scores[:, 0] * 4) / 4
    show("auroc", metrics.roc_auc_score(binary, scores[:, 0]))
    show("auroc with ties", metrics.roc_auc_score(binary, rounded))
    predicted, actual = scores[:, 0].astype(np.float64), scores[:, 1].astype(np.float64)
    show("regression", metrics.mean_squared_error(actual, predicted), metrics.mean_absolute_error(actual, predicted), metrics.r2_score(actual, predicted))
    show("perplexity", math.exp(metrics.log_loss(targets, np.exp(scores.astype(np.float64)) / np.exp(scores.astype(np.float64)).sum(1, keepdims=True), labels=labels)))


if __name__ == "__main__":
    main()
