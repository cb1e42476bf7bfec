using System.CommandLine;

namespace NnGen.Tool.Tests;

public sealed class ToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nngen-tool").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void InspectListsTensorsAndWhatElseAFileHolds()
    {
        TorchCheckpoint.Save(PathOf("run.pth"), new TorchDict { ["model"] = State(), ["epoch"] = 3 });
        var (exitCode, output, error) = Run("inspect", PathOf("run.pth"));
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            [
                "tensor        dtype     shape   bytes",
                "model.weight  float32   [2, 3]     24",
                "model.steps   int64     []          8",
                "model.half    bfloat16  [2]         4",
                "3 tensors, 9 elements, 36 bytes",
                "epoch = 3",
            ],
            output);
    }

    [Fact]
    public void ConvertChangesTheFormatAndNothingElse()
    {
        TorchCheckpoint.Save(PathOf("run.pth"), new TorchDict { ["model"] = State(), ["epoch"] = 3 });
        Assert.Equal(0, Run("convert", PathOf("run.pth"), PathOf("a.safetensors"), "--key", "model").ExitCode);
        Assert.Equal(0, Run("convert", PathOf("a.safetensors"), PathOf("b.pth")).ExitCode);
        var loaded = TorchCheckpoint.Load(PathOf("b.pth"));
        Assert.Equal([1f, 1f, 1f, 1f, 1f, 1f], ((Tensor)loaded["weight"]).ToArray());
        Assert.Equal(7, ((Tensor<long>)loaded["steps"]).Item());
        Assert.Equal([0x80, 0x3F, 0, 0], ((RawTensor)loaded["half"]).AsSpan().ToArray());
    }

    [Fact]
    public void ConvertReplacesAFileOnlyWhenTold()
    {
        State().Save(PathOf("a.pth"));
        File.WriteAllText(PathOf("b.safetensors"), "precious");
        var (exitCode, _, error) = Run("convert", PathOf("a.pth"), PathOf("b.safetensors"));
        Assert.Equal(1, exitCode);
        Assert.Contains("exists already", error);
        Assert.Equal("precious", File.ReadAllText(PathOf("b.safetensors")));
        Assert.Equal(0, Run("convert", PathOf("a.pth"), PathOf("b.safetensors"), "--force").ExitCode);
        Assert.Equal(3, Safetensors.Load(PathOf("b.safetensors")).Count);
    }

    [Fact]
    public void WhatIsWrongIsAMessage()
    {
        TorchCheckpoint.Save(PathOf("run.pth"), new TorchDict { ["model"] = State(), ["epoch"] = 3 });
        File.WriteAllText(PathOf("text.pth"), "no checkpoint at all");
        AssertRefused("name the key of the state dict", "convert", PathOf("run.pth"), PathOf("x.safetensors"));
        AssertRefused("There is no key 'weights'", "inspect", PathOf("run.pth"), "--key", "weights");
        AssertRefused("cannot be read as a checkpoint", "inspect", PathOf("text.pth"));
        AssertRefused("missing.pth", "inspect", PathOf("missing.pth"));
        AssertRefused("stands for none", "convert", PathOf("run.pth"), PathOf("x.bin"), "--key", "model");
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    private static StateDict State() => new()
    {
        ["weight"] = Tensor.Ones(2, 3),
        ["steps"] = Tensor<long>.From(7),
        ["half"] = RawTensor.From(DType.BFloat16, [0x80, 0x3F, 0, 0], [2]),
    };

    private static (int ExitCode, string[] Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int exitCode = CommandLine.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    private static void AssertRefused(string message, params string[] arguments)
    {
        var (exitCode, _, error) = Run(arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, error);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
