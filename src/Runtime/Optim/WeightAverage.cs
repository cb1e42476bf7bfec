using System.Numerics.Tensors;
using NnGen.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Averages a model's weights over training: stochastic weight averaging (Averaging Weights Leads to Wider Optima and Better
/// Generalization, Izmailov et al., 2018) or an exponential moving average, as <c>torch.optim.swa_utils.AveragedModel</c>. The averages
/// stand beside the model; <see cref="Apply"/> puts them into it for a while, for evaluation or saving.
/// </summary>
public sealed class WeightAverage : IStateful
{
    private const string CountKey = "n_averaged";
    private const string ModulePrefix = "module.";

    private readonly IReadOnlyList<(string Name, Tensor Value)> _values;
    private readonly float[][] _averages;
    private readonly double? _decay;

    private WeightAverage(Module model, double? decay, bool useBuffers)
    {
        ArgumentNullException.ThrowIfNull(model);
        var parameters = model.NamedParameters().Select(named => (named.Name, (Tensor)named.Parameter));
        var buffers = model.NamedBuffers().Where(named => named.Buffer is Tensor).Select(named => (named.Name, (Tensor)named.Buffer));
        _values = [.. useBuffers ? parameters.Concat(buffers) : parameters];
        _decay = decay;
        _averages = [.. _values.Select(named => named.Value.ToArray())];
    }

    /// <summary>How many weights have been averaged.</summary>
    public long Count { get; private set; }

    /// <summary>Averages all weights alike: stochastic weight averaging.</summary>
    /// <param name="model">The model. A lazy layer must have been called.</param>
    /// <param name="useBuffers">Whether buffers are averaged too, such as running statistics. Default: false.</param>
    public static WeightAverage Swa(Module model, bool useBuffers = false) => new(model, null, useBuffers);

    /// <summary>Averages weights so that older ones count less and less: <c>average = decay · average + (1 - decay) · weights</c>.</summary>
    /// <param name="model">The model. A lazy layer must have been called.</param>
    /// <param name="decay">The decay, from 0 to 1. Default: 0.999.</param>
    /// <param name="useBuffers">Whether buffers are averaged too, such as running statistics. Default: false.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is not from 0 to 1.</exception>
    public static WeightAverage Ema(Module model, double decay = 0.999, bool useBuffers = false)
        => decay is >= 0 and <= 1
            ? new(model, decay, useBuffers)
            : throw new ArgumentOutOfRangeException(nameof(decay), decay, $"Invalid decay value {decay} provided. Please provide a value in [0,1] range.");

    /// <summary>Adds the model's weights to the averages. The first ones are taken as they are.</summary>
    public void Update()
    {
        double rate = Count == 0 ? 1 : 1 - (_decay ?? ((double)Count / (Count + 1)));
        for (int i = 0; i < _averages.Length; i++)
        {
            if (rate == 1)
                _values[i].Value.AsSpan().CopyTo(_averages[i]);
            else
                TensorPrimitives.Lerp(_averages[i], _values[i].Value.AsSpan(), (float)rate, _averages[i]);
        }

        Count++;
    }

    /// <summary>Puts the averages into the model until the result is disposed, which puts the weights back.</summary>
    /// <example><c>using (average.Apply()) Evaluate(model);</c></example>
    public IDisposable Apply() => new Applied(this);

    /// <summary>Computes the running statistics of a model's batch normalizations anew, which do not fit averaged weights.</summary>
    /// <param name="model">The model, with the averages applied.</param>
    /// <param name="forward">Runs the model over all training data.</param>
    public static void UpdateBatchNorm(Module model, Action forward)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(forward);
        var layers = model.Modules().OfType<IRunningStatistics>().Where(layer => layer.TrackRunningStats).ToArray();
        if (layers.Length == 0)
            return;
        double?[] momentums = [.. layers.Select(layer => layer.Momentum)];
        bool wasTraining = model.Training;
        try
        {
            foreach (var layer in layers)
            {
                layer.ResetRunningStats();
                layer.Momentum = null;                          // all batches count alike
            }

            model.Train();
            using (Autograd.NoGrad())
                forward();
        }
        finally
        {
            for (int i = 0; i < layers.Length; i++)
                layers[i].Momentum = momentums[i];
            model.Train(wasTraining);
        }
    }

    /// <inheritdoc/>
    public TorchDict StateDict()
    {
        var state = new TorchDict { { CountKey, Tensor<long>.From(Count) } };
        for (int i = 0; i < _averages.Length; i++)
            state[ModulePrefix + _values[i].Name] = Tensor.From(_averages[i]).View(_values[i].Value.Shape);
        return state;
    }

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        long count = state.Get<Tensor<long>>(CountKey).Item();
        var loaded = new float[_averages.Length][];
        for (int i = 0; i < loaded.Length; i++)
        {
            var (name, value) = _values[i];
            var found = state.Get<Tensor>(ModulePrefix + name);
            if (found.Shape != value.Shape)
                throw new CheckpointException($"The average of '{name}' is of shape {found.Shape}: expected {value.Shape}.");
            loaded[i] = found.ToArray();
        }

        loaded.CopyTo(_averages, 0);
        Count = count;
    }

    /// <summary>Exchanges the model's weights and the averages.</summary>
    private void Swap()
    {
        WeightGate.EnterWrite();
        try
        {
            for (int i = 0; i < _averages.Length; i++)
            {
                float[] weights = _values[i].Value.ToArray();
                _averages[i].CopyTo(_values[i].Value.BorrowWritable());
                _averages[i] = weights;
            }
        }
        finally
        {
            WeightGate.ExitWrite();
        }
    }

    private sealed class Applied : IDisposable
    {
        private WeightAverage? _average;

        public Applied(WeightAverage average)
        {
            _average = average;
            average.Swap();
        }

        public void Dispose()
        {
            _average?.Swap();
            _average = null;
        }
    }
}
