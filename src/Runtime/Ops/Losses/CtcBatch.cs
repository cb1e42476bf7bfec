namespace NnGen.Kernels;

/// <summary>The samples of a connectionist temporal classification (Graves et al. 2006), in double precision.</summary>
internal readonly unsafe ref struct CtcBatch
{
    private readonly ReadOnlySpan<float> _logProbs;
    private readonly ReadOnlySpan<long> _targets;
    private readonly ReadOnlySpan<long> _inputLengths;
    private readonly ReadOnlySpan<long> _targetLengths;
    private readonly int _steps;
    private readonly int _classes;
    private readonly bool _isPadded;
    private readonly int _blank;

    /// <param name="logProbs">[steps, samples, classes].</param>
    /// <param name="targets">The labels.</param>
    /// <param name="inputLengths">Steps of each sample.</param>
    /// <param name="targetLengths">Labels of each sample.</param>
    /// <param name="steps">Steps of the longest sample.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="isPadded">Whether each sample has a row of labels; else all stand one after the other.</param>
    /// <param name="blank">The class between labels.</param>
    public CtcBatch(
        ReadOnlySpan<float> logProbs,
        ReadOnlySpan<long> targets,
        ReadOnlySpan<long> inputLengths,
        ReadOnlySpan<long> targetLengths,
        int steps,
        int classes,
        bool isPadded,
        int blank)
    {
        _logProbs = logProbs;
        _targets = targets;
        _inputLengths = inputLengths;
        _targetLengths = targetLengths;
        (_steps, _classes, _isPadded, _blank) = (steps, classes, isPadded, blank);
        logProbs.Check(steps * inputLengths.Length * classes);
        targetLengths.Check(inputLengths.Length);
    }

    /// <summary>Number of samples.</summary>
    public int Count => _inputLengths.Length;

    /// <summary>Room for the forward and backward variables of the longest sample, in floats.</summary>
    public long ScratchLength
    {
        get
        {
            long longest = 0;
            foreach (var length in _targetLengths)
                longest = Math.Max(longest, length);
            return 2 * 2 * (long)_steps * ((2 * longest) + 1);
        }
    }

    /// <summary>What a sample's loss is divided by before the mean over the samples.</summary>
    public double Divisor(int sample, Reduction reduction) => reduction == Reduction.Mean ? Math.Max(1, _targetLengths[sample]) : 1;

    /// <summary>Refuses lengths and labels that are out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is.</exception>
    public void Validate()
    {
        if (_blank < 0 || _blank >= _classes)
            throw new ArgumentOutOfRangeException("blank", _blank, "blank must be in label range");
        long total = 0;
        for (var sample = 0; sample < Count; sample++)
        {
            if (_inputLengths[sample] < 0 || _inputLengths[sample] > _steps)
            {
                throw new ArgumentOutOfRangeException(
                    "inputLengths", $"Expected input_lengths to have value at most {_steps}, but got value {_inputLengths[sample]}");
            }

            var length = _targetLengths[sample];
            total += length;
            var room = _isPadded ? _targets.Length / Count : _targets.Length;
            if (length < 0 || (_isPadded ? length : total) > room)
                throw new ArgumentOutOfRangeException("targetLengths", $"Expected targets to hold {(_isPadded ? length : total)} labels, but there is room for {room}");
        }

        for (var sample = 0; sample < Count; sample++)
        {
            foreach (var label in Labels(sample))
            {
                if (label < 0 || label >= _classes)
                    throw new ArgumentOutOfRangeException("targets", $"Label {label} is out of range: there are {_classes} classes, 0 to {_classes - 1}.");
            }
        }
    }

    /// <summary>Minus the log-probability of a sample's labels.</summary>
    public double Loss(int sample, Scratch scratch)
    {
        var states = (2 * (int)_targetLengths[sample]) + 1;
        var length = (int)_inputLengths[sample];
        if (length == 0)
            return states == 1 ? 0 : double.PositiveInfinity;
        var alpha = new Span<double>(scratch.Pointer, length * states);
        Alphas(sample, alpha, states);
        var last = alpha[((length - 1) * states)..];
        return -(states == 1 ? last[0] : LogSum(last[states - 1], last[states - 2]));
    }

    /// <summary>Adds the gradient of a sample's loss.</summary>
    public void AddGradient(int sample, Scratch scratch, double gradient, bool zeroInfinity, Span<float> dlogProbs)
    {
        var states = (2 * (int)_targetLengths[sample]) + 1;
        var length = (int)_inputLengths[sample];
        var loss = Loss(sample, scratch);
        if (length == 0 || (zeroInfinity && double.IsPositiveInfinity(loss)))
            return;
        var alpha = new ReadOnlySpan<double>(scratch.Pointer, length * states);
        var beta = new Span<double>((double*)scratch.Pointer + (_steps * states), length * states);
        Betas(sample, beta, states);
        var sums = new double[_classes];
        for (var step = 0; step < length; step++)
        {
            Array.Fill(sums, double.NegativeInfinity);
            for (var state = 0; state < states; state++)
            {
                ref var sum = ref sums[Class(sample, state)];
                sum = LogSum(sum, alpha[(step * states) + state] + beta[(step * states) + state]);
            }

            var row = Row(step, sample);
            for (var k = 0; k < _classes; k++)
                dlogProbs[row + k] += (float)(gradient * (Math.Exp(_logProbs[row + k]) - Math.Exp(sums[k] + loss - _logProbs[row + k])));
        }
    }

    private int Row(int step, int sample) => ((step * Count) + sample) * _classes;

    private double LogProb(int step, int sample, int state) => _logProbs[Row(step, sample) + Class(sample, state)];

    private ReadOnlySpan<long> Labels(int sample)
    {
        var start = 0;
        if (_isPadded)
            start = sample * (_targets.Length / Count);
        else
        {
            foreach (var length in _targetLengths[..sample])
                start += (int)length;
        }

        return _targets.Slice(start, (int)_targetLengths[sample]);
    }

    /// <summary>States are labels with a blank before, between and after them.</summary>
    private int Class(int sample, int state) => state % 2 == 0 ? _blank : (int)Labels(sample)[state / 2];

    /// <summary>Whether the state before one can be left out: between different labels.</summary>
    private bool CanSkip(int sample, int state) => state >= 2 && Class(sample, state) != Class(sample, state - 2);

    private void Alphas(int sample, Span<double> alpha, int states)
    {
        alpha.Fill(double.NegativeInfinity);
        for (var state = 0; state < Math.Min(2, states); state++)
            alpha[state] = LogProb(0, sample, state);
        for (var step = 1; step * states < alpha.Length; step++)
        {
            var before = alpha.Slice((step - 1) * states, states);
            for (var state = 0; state < states; state++)
            {
                var sum = state == 0 ? before[0] : LogSum(before[state], before[state - 1]);
                if (CanSkip(sample, state))
                    sum = LogSum(sum, before[state - 2]);
                alpha[(step * states) + state] = sum + LogProb(step, sample, state);
            }
        }
    }

    private void Betas(int sample, Span<double> beta, int states)
    {
        beta.Fill(double.NegativeInfinity);
        var last = (beta.Length / states) - 1;
        for (var state = Math.Max(0, states - 2); state < states; state++)
            beta[(last * states) + state] = LogProb(last, sample, state);
        for (var step = last - 1; step >= 0; step--)
        {
            var after = beta.Slice((step + 1) * states, states);
            for (var state = 0; state < states; state++)
            {
                var sum = state + 1 == states ? after[state] : LogSum(after[state], after[state + 1]);
                if (state + 2 < states && CanSkip(sample, state + 2))
                    sum = LogSum(sum, after[state + 2]);
                beta[(step * states) + state] = sum + LogProb(step, sample, state);
            }
        }
    }

    private static double LogSum(double a, double b)
    {
        var max = Math.Max(a, b);
        return double.IsNegativeInfinity(max) ? max : max + Math.Log(1 + Math.Exp(Math.Min(a, b) - max));
    }
}
