namespace NnGen.Execution.Tests;

/// <summary>Every program of the folder Programs, run through all entries of its module.</summary>
public class ProgramTests
{
    public static TheoryData<string> All => [.. ProgramList.All.Keys];

    public static TheoryData<string> Smooth => [.. ProgramList.All.Where(program => program.Value.IsSmooth).Select(program => program.Key)];

    public static TheoryData<string> Scalars => [.. ProgramList.All.Where(program => program.Value.IsScalar).Select(program => program.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public void Call_equals_Forward_for_several_sizes_of_batch(string name)
    {
        var sample = ProgramList.All[name];
        var (plain, compiled) = (Create(sample), Create(sample));
        foreach (var size in new[] { 2, 3, 2 })
        {
            var inputs = Inputs(sample, size);
            var expected = Pass.Run(plain, Entry.Forward, sample, inputs);
            var actual = Pass.Run(compiled, Entry.Call, sample, inputs);
            Same.Bits(expected.Results, actual.Results);
            Same.Gradients(expected, actual);
            Same.Bits(expected.State, actual.State);
        }
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Gradients_equal_differences(string name)
    {
        var sample = ProgramList.All[name];
        var (module, inputs) = (Create(sample), Inputs(sample, 2));
        var differences = new Differences(module, sample, inputs);
        differences.Check(Pass.Run(module, Entry.Call, sample, inputs));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Predict_equals_Call_in_evaluation_and_changes_nothing(string name)
    {
        var sample = ProgramList.All[name];
        var (module, inputs) = (Create(sample), Inputs(sample, 2));
        var before = Pass.Copy(module.StateDict());
        var whileTraining = Run(Entry.Predict(module, sample, inputs), inputs);
        module.Eval();
        Same.Results(module, Run(Entry.Call(module, sample, inputs), inputs), whileTraining);
        Same.Results(module, Run(Entry.Forward(module, sample, inputs), inputs), Run(Entry.Predict(module, sample, inputs), inputs));
        Same.Bits(before, module.StateDict());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_saved_state_makes_another_module_the_same(string name)
    {
        var sample = ProgramList.All[name];
        var inputs = Inputs(sample, 2);
        var (saved, loaded) = (Create(sample), Create(sample, seed: 2));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");
        try
        {
            saved.Save(path);
            loaded.Load(path);
        }
        finally
        {
            File.Delete(path);
        }

        Same.Bits(saved.StateDict(), loaded.StateDict());
        Same.Bits(Run(Entry.Predict(saved, sample, inputs), inputs), Run(Entry.Predict(loaded, sample, inputs), inputs));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Twice_in_a_row_is_the_same(string name)
    {
        var sample = ProgramList.All[name];
        var (module, inputs) = (Create(sample), Inputs(sample, 2));
        var state = Pass.Copy(module.StateDict());
        var first = Pass.Run(module, Entry.Call, sample, inputs);
        module.LoadStateDict(state);
        var second = Pass.Run(module, Entry.Call, sample, inputs);
        Same.Bits(first.Results, second.Results);
        foreach (var ((of, before), (_, after)) in first.Gradients.Zip(second.Gradients))
            Assert.True(before is null ? after is null : before.AsSpan().SequenceEqual(after), of);
        Same.Bits(first.State, second.State);
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void ValueAndGrad_equals_Call_and_Backward(string name)
    {
        var sample = ProgramList.All[name];
        var (module, inputs) = (Create(sample), Inputs(sample, 2));
        foreach (var input in inputs.OfType<Tensor>())
            input.RequiresGrad = true;
        var state = Pass.Copy(module.StateDict());
        Rng.ManualSeed(3);
        var loss = (Tensor)Assert.Single(Entry.Call(module, sample, inputs).Run(inputs));
        loss.Backward();
        var expected = Gradients(module, inputs);
        module.LoadStateDict(state);
        Rng.ManualSeed(3);
        Assert.Equal(loss.Item(), (float)Entry.ValueAndGrad(module, sample, inputs).Invoke(inputs)!);
        foreach (var ((of, theirs), (_, ours)) in expected.Zip(Gradients(module, inputs)))
            Assert.True(theirs is null ? ours is null : theirs.AsSpan().SequenceEqual(ours), of);
    }

    /// <summary>Runs from one state of the random numbers, of which a program may draw in evaluation too.</summary>
    private static TensorBase[] Run(Entry entry, TensorBase?[] inputs)
    {
        Rng.ManualSeed(5);
        return entry.Run(inputs);
    }

    /// <summary>The gradients, which are cleared.</summary>
    private static List<(string Name, float[]? Gradient)> Gradients(Module module, TensorBase?[] inputs)
    {
        var gradients = new List<(string, float[]?)>();
        foreach (var (name, tensor) in Pass.Leaves(module, inputs))
        {
            gradients.Add((name, tensor.Grad?.ToArray()));
            tensor.Grad = null;
        }

        return gradients;
    }

    private static Module Create(Sample sample, long seed = 1)
    {
        Rng.ManualSeed(seed);
        return sample.Module();
    }

    private static TensorBase?[] Inputs(Sample sample, int size)
    {
        Rng.ManualSeed(100 + size);
        return sample.Inputs(size);
    }
}
