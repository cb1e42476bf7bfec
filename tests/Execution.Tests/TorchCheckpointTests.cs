namespace NnGen.Execution.Tests;

/// <summary>State dicts of twelve networks as PyTorch saved them (Reference/checkpoints.py), and as we save them for PyTorch.</summary>
public class TorchCheckpointTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Reference");

    public static TheoryData<string> All
        => [.. Directory.EnumerateFiles(s_folder, "*.pth").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void What_PyTorch_saved_is_read_bit_for_bit(string name)
    {
        var expected = Safetensors.Load(Path.Combine(s_folder, name + ".safetensors")).WithoutPrefix("state/");
        var module = ProgramList.All[name].Module();
        module.Load(Path.Combine(s_folder, name + ".pth"));
        var loaded = module.StateDict();
        Assert.Equal(expected.Keys.Order(), loaded.Keys.Order());
        foreach (var (key, tensor) in expected)
        {
            Assert.Equal((key, tensor.DType, tensor.Shape), (key, loaded[key].DType, loaded[key].Shape));
            Assert.Equal(Same.Numbers(tensor), Same.Numbers(loaded[key]));
        }
    }

    /// <summary>eng/check-torch.sh has PyTorch itself open these files and compare its outputs.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void What_we_save_is_left_for_PyTorch(string name)
    {
        var reference = Safetensors.Load(Path.Combine(s_folder, name + ".safetensors"));
        var sample = ProgramList.All[name];
        var module = sample.Module();
        module.LoadStateDict(reference.WithoutPrefix("state/"));
        TensorBase?[] inputs = [.. reference.WithoutPrefix("input/").Values];
        var outputs = Entry.Predict(module, sample, inputs).Run(inputs);

        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "torch")).FullName;
        module.Save(Path.Combine(folder, name + ".pth"));
        var results = reference.Rename(key => key.StartsWith("input/", StringComparison.Ordinal) ? key : null);
        results["output/0"] = outputs[0];
        results.Save(Path.Combine(folder, name + ".results.pth"));
        Assert.Equal(module.StateDict().Keys, StateDict.Load(Path.Combine(folder, name + ".pth")).Keys);
    }
}
