namespace NnGen.Generator.Tests.Execution;

/// <summary>Tied weights, a module under two names, replaced parameters, buffers that are not saved.</summary>
public class SharedStateTests
{
    private const string Source = """
        [Module]
        public partial class Language
        {
            private readonly Embedding tokens = new(10, 4);
            private readonly Linear hidden = new(4, 4);
            private readonly Linear again;
            private readonly Linear head = new(4, 10, bias: false);
            [Buffer(Persistent = false)] private readonly Tensor scale = Tensor.Full([4], 0.5f);

            public Language()
            {
                again = hidden;
                head.Weight = tokens.Weight;
            }

            public Linear Head => head;
            public Tensor Forward(Tensor<long> x) => head.Forward(again.Forward(hidden.Forward(tokens.Forward(x)).Tanh()) * scale);
        }

        public static class Run
        {
            public static Tensor Call(Language net, Tensor<long> x) => net.Call(x);
            public static Tensor Forward(Language net, Tensor<long> x) => net.Forward(x);
            public static void Untie(Language net) => net.Head.Weight = new Parameter(Tensor.Ones(10, 4));
        }
        """;

    [Fact]
    public void One_tensor_has_one_gradient_and_all_its_keys()
    {
        var assembly = new Generation(("Net.cs", Source)).Load();
        var net = Generation.Create(assembly, "Language");
        Assert.Equal(["tokens.weight", "hidden.weight", "hidden.bias"], net.NamedParameters().Select(named => named.Name));
        string[] keys = ["tokens.weight", "hidden.weight", "hidden.bias", "again.weight", "again.bias", "head.weight"];
        Assert.Equal(keys, net.StateDict().Select(entry => entry.Key));

        var expected = Gradient(assembly, net, "Forward");
        var actual = Gradient(assembly, net, "Call");
        foreach (var (name, gradient) in expected)
            Gradients.AssertClose(name, gradient, actual[name], relative: 1e-5f, absolute: 1e-6f);

        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".safetensors");
        try
        {
            net.Save(path);
            Assert.True(new FileInfo(path).Length < 1200, "the tied weights are stored once");
            var loaded = Generation.Create(assembly, "Language");
            loaded.Load(path, strict: true);
            Gradients.AssertBitwise(Apply(assembly, net, "Forward"), Apply(assembly, loaded, "Call"));
        }
        finally
        {
            File.Delete(path);
        }

        assembly.GetType("Run")!.GetMethod("Untie")!.Invoke(null, [net]);
        Assert.Equal(["tokens.weight", "hidden.weight", "hidden.bias", "head.weight"], net.NamedParameters().Select(named => named.Name));
        Gradients.AssertBitwise(Apply(assembly, net, "Forward"), Apply(assembly, net, "Call"));
    }

    private static Dictionary<string, float[]> Gradient(System.Reflection.Assembly assembly, Module net, string entry)
    {
        net.ZeroGrad();
        Apply(assembly, net, entry).Square().Sum().Backward();
        return net.NamedParameters().ToDictionary(named => named.Name, named => named.Parameter.Grad!.ToArray());
    }

    private static Tensor Apply(System.Reflection.Assembly assembly, Module net, string entry)
        => (Tensor)assembly.GetType("Run")!.GetMethod(entry)!.Invoke(null, [net, Tensor.From(new long[] { 1, 7, 3, 1 })])!;
}
