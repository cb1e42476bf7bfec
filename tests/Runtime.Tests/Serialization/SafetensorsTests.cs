using System.Text;

namespace NnGen.Tests.Serialization;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nngen-safetensors").FullName;

    private string File1 => Path.Combine(_folder, "model.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryTypeComesBackAsItWas()
    {
        var saved = new StateDict
        {
            ["weight"] = Tensor.From([1.5f, float.NaN, -0f, float.PositiveInfinity], 2, 2),
            ["scalar"] = Tensor.From(3f),
            ["empty"] = Tensor.Zeros(0, 3),
            ["doubles"] = Tensor<double>.From([Math.PI]),
            ["longs"] = Tensor<long>.From([long.MinValue, 5]),
            ["ints"] = Tensor<int>.From([-7]),
            ["bytes"] = Tensor<byte>.From([0, 255]),
            ["mask"] = Tensor<bool>.From([true, false, true]),
        };
        Safetensors.Save(File1, saved, new Dictionary<string, string> { ["format"] = "pt" });
        var loaded = Safetensors.Load(File1);
        Assert.Equal(saved.Keys.Order(), loaded.Keys.Order());
        foreach (var (name, tensor) in saved)
        {
            Assert.Equal((tensor.DType, tensor.Shape), (loaded[name].DType, loaded[name].Shape));
            Assert.Equal(TensorBytes.Read(tensor).ToArray(), TensorBytes.Read(loaded[name]).ToArray());
        }

        Assert.Equal("pt", Assert.Single(Safetensors.LoadMetadata(File1)).Value);
    }

    /// <summary>The bytes that safetensors 0.4 for Python writes for the same tensors.</summary>
    [Fact]
    public void WritesTheReferencesBytes()
    {
        var state = new StateDict
        {
            ["a"] = Tensor<bool>.From([true]),
            ["c"] = Tensor.From([1f, 2f], 2),
            ["b"] = Tensor.From([0.5f], 1),
            ["long"] = Tensor<long>.From([258]),
        };
        Safetensors.Save(File1, state);
        const string header =
            """{"long":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}"""
            + ""","c":{"dtype":"F32","shape":[2],"data_offsets":[12,20]},"a":{"dtype":"BOOL","shape":[1],"data_offsets":[20,21]}}""";
        string padded = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected =
        [
            .. BitConverter.GetBytes((long)padded.Length), .. Encoding.ASCII.GetBytes(padded),
            2, 1, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f), 1,
        ];
        Assert.Equal(expected, File.ReadAllBytes(File1));
    }

    [Fact]
    public void NamesSortByTheirUtf8Bytes()
    {
        string[] names = ["z", "a\"b", "é", "\uFF5E", "\U0001F600"];
        Safetensors.Save(File1, names.Reverse().Select(n => KeyValuePair.Create(n, (TensorBase)Tensor.From(1f))));
        Assert.Equal(["a\"b", "z", "é", "\uFF5E", "\U0001F600"], Safetensors.Load(File1).Keys);
    }

    [Fact]
    public void OtherTypesAreKeptAsTheyAreAndConvertedWhenLoaded()
    {
        byte[] half = [.. new[] { 1.5f, -2f, 65504f, 6e-8f }.SelectMany(v => BitConverter.GetBytes((Half)v))];
        byte[] brain = [0x80, 0x3F, 0xC0, 0xFF];                // 1 and NaN
        const string header =
            """{"h":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[8,12]}}""";
        SafetensorsBytes.Write(File1, header, [.. half, .. brain]);
        var loaded = Safetensors.Load(File1);
        Assert.Equal(half, Assert.IsType<RawTensor>(loaded["h"]).AsSpan().ToArray());
        Assert.Equal([1.5f, -2f, 65504f, (float)(Half)6e-8f], ((RawTensor)loaded["h"]).Float().ToArray());
        Assert.Equal([1f, float.NaN], ((RawTensor)loaded["b"]).Float().ToArray());

        var module = new Modules.Handwritten.Tree { ["h"] = new Parameter(Tensor.Zeros(4)), ["b"] = new Parameter(Tensor.Zeros(2)) };
        module.Load(File1);
        Assert.Equal([1f, float.NaN], module.GetParameter("b").ToArray());
        Safetensors.Save(File1, loaded);
        Assert.Equal(brain, ((RawTensor)Safetensors.Load(File1)["b"]).AsSpan().ToArray());
    }

    [Fact]
    public void TiedWeightsAreStoredOnceAndComeBackTied()
    {
        var weight = new Parameter(Tensor.Ones(4, 2));
        var saved = new StateDict { ["encoder.weight"] = weight, ["decoder.weight"] = weight.Detach(), ["other"] = Tensor.Ones(4, 2) };
        Safetensors.Save(File1, saved);
        Assert.Equal(("encoder.weight", "decoder.weight"), Pair(Assert.Single(Safetensors.LoadMetadata(File1))));
        Assert.Equal(2 * 4 * 2 * sizeof(float), SafetensorsBytes.DataLength(File1));
        var loaded = Safetensors.Load(File1);
        Assert.Same(loaded["decoder.weight"], loaded["encoder.weight"]);
        Assert.Equal(3, loaded.Count);
    }

    [Fact]
    public void AFailedWriteLeavesTheOldFileAndNothingElse()
    {
        Safetensors.Save(File1, new StateDict { ["old"] = Tensor.Ones(1) });
        Assert.Throws<ArgumentException>(() => Safetensors.Save(File1, new StateDict { ["__metadata__"] = Tensor.Ones(1) }));
        string longName = new('x', 100_000_000);
        Assert.Throws<CheckpointException>(() => Safetensors.Save(File1, new StateDict { [longName] = Tensor.Ones(1) }));
        Assert.Equal(["old"], Safetensors.Load(File1).Keys);
        Assert.Equal([File1], Directory.GetFiles(_folder));
        Assert.Throws<DirectoryNotFoundException>(() => Safetensors.Save(Path.Combine(_folder, "missing", "x"), new StateDict()));
    }

    [Fact]
    public void AReaderKeepsTheFileThatItOpened()
    {
        Safetensors.Save(File1, new StateDict { ["old"] = Tensor.Ones(1) });
        using var reader = new FileStream(File1, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Safetensors.Save(File1, new StateDict { ["new"] = Tensor.Ones(1) });
        Assert.Contains("old", new StreamReader(reader).ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(["new"], Safetensors.Load(File1).Keys);
    }

    private static (string Key, string Value) Pair(KeyValuePair<string, string> pair) => (pair.Key, pair.Value);

    [Fact]
    public void AHeaderOfAnyLengthIsNoPickle()
    {
        for (var length = 1; length < 1500; length += 8)
        {
            var name = new string('a', length);
            Safetensors.Save(File1, new StateDict { [name] = Tensor.Ones(1) });
            Assert.Equal(name, TensorFile.Open(File1).Tensors.Single().Name);
        }
    }
}
