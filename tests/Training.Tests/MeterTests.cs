using System.Diagnostics.Metrics;

namespace NnGen.TrainingTests;

public class MeterTests
{
    [Fact]
    public void Listeners_count_steps_samples_and_times()
    {
        var sums = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "NnGen")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Add(instrument, value));
        listener.Start();
        new Setup().Trainer.Fit(2);
        Assert.Equal(2 * 6, sums["nngen.optimizer.steps"]);
        Assert.Equal(2 * Setup.Samples, sums["nngen.data.samples"]);
        Assert.InRange(sums["nngen.optimizer.step.duration"], 1e-9, 60);
        Assert.InRange(sums["nngen.data.wait.duration"], 1e-9, 60);

        void Add(Instrument instrument, double value)
        {
            lock (sums)
                sums[instrument.Name] = sums.GetValueOrDefault(instrument.Name) + value;
        }
    }
}
