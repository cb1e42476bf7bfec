using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>What PyTorch computes: reference.json, written by make_reference.py.</summary>
internal sealed class Reference
{
    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference.json")));

    private readonly JsonElement _case;

    public Reference(string name) => _case = s_document.RootElement.GetProperty(name);

    /// <summary>How PyTorch prints a model.</summary>
    public static string Printed => s_document.RootElement.GetProperty("printed").GetString()!;

    public float[] Losses => _case.GetProperty("losses").EnumerateArray().Select(loss => loss.GetSingle()).ToArray();

    /// <summary>Gives a module the weights that PyTorch's had.</summary>
    public T Load<T>(T module)
        where T : Module
    {
        var state = new StateDict();
        foreach (var tensor in _case.GetProperty("state").EnumerateObject())
            state[tensor.Name] = Read(tensor.Value);
        module.LoadStateDict(state);
        return module;
    }

    public Tensor Input(string name, bool requiresGrad = false)
    {
        var input = Read(_case.GetProperty("inputs").GetProperty(name));
        input.RequiresGrad = requiresGrad;
        return input;
    }

    public Tensor<long> Labels(string name) => Tensor<long>.From(Array.ConvertAll(Input(name).ToArray(), label => (long)label));

    /// <summary>Compares the gradients of all parameters, and those of the given inputs.</summary>
    public void CheckGradients(Module module, params (string Name, Tensor Input)[] inputs)
    {
        var expected = _case.GetProperty("gradients");
        var actual = module.NamedParameters().Select(named => (named.Name, (Tensor)named.Parameter)).Concat(inputs).ToList();
        Assert.Equal(expected.EnumerateObject().Select(gradient => gradient.Name), actual.Select(tensor => tensor.Name));
        foreach (var (name, tensor) in actual)
            CheckClose(Read(expected.GetProperty(name)).ToArray(), tensor.Grad!.ToArray());
    }

    public static void CheckClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6f + (1e-5f * Math.Abs(expected[i])));
    }

    private static Tensor Read(JsonElement tensor) => Tensor.From(
        tensor.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()).ToArray(),
        tensor.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()).ToArray());
}
