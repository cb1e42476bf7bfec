using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes a chain of pointwise ops as one struct: its function, and its derivative with everything in registers.</summary>
internal sealed class ModuleChains
{
    private readonly CodeWriter _code;
    private readonly string _name;
    private readonly Chain _chain;
    private readonly string[] _inputs;

    private ModuleChains(CodeWriter code, StructPlan plan)
    {
        _code = code;
        _name = plan.Name;
        _chain = plan.Chain;
        _inputs = Chain.InputNames.Take(_chain.Inputs).Select(letter => letter.ToString()).ToArray();
    }

    public static void Write(CodeWriter code, StructPlan plan) => new ModuleChains(code, plan).Write();

    private void Write()
    {
        var fields = Enumerable.Range(0, _chain.Links.Count).Where(link => _chain.Links[link].Op.Hypers.Count > 0);
        var parameters = string.Join(", ", fields.Select(link => $"{ModuleText.Short(_chain.Links[link].Op.FullName)} op{link}"));
        using (_code.Block($"private readonly struct {_name}({parameters}) : rt::IPointwise{_chain.Inputs}"))
        {
            _code.Line($"public static rt::Reads Reads => {ReadsText()};").Line();
            WriteForward();
            WriteBackward();
        }

        _code.Line();
    }

    private string ReadsText()
    {
        var reads = _inputs.Where((_, i) => _chain.Backward.Reads(i)).Select(name => "rt::Reads." + name.ToUpperInvariant())
            .Concat(_chain.Backward.ReadsResult ? ["rt::Reads.Result"] : [])
            .ToArray();
        return reads.Length == 0 ? "rt::Reads.None" : string.Join(" | ", reads);
    }

    private void WriteForward()
    {
        _code.Line(ModuleText.Inlined);
        _code.Line($"public V Forward<V>({string.Join(", ", _inputs.Select(name => "V " + name))})");
        _code.Line("    where V : struct, nn::IVector<V>");
        using (_code.Block())
        {
            for (var link = 0; link + 1 < _chain.Links.Count; link++)
                _code.Line($"var {Value(_chain.Inputs + link)} = {Forward(link)};");
            _code.Line($"return {Forward(_chain.Links.Count - 1)};");
        }

        _code.Line();
    }

    private void WriteBackward()
    {
        _code.Line(ModuleText.Inlined);
        var parameters = _inputs.Select(name => "V " + name).Concat(["V y", "V dy"]).Concat(_inputs.Select(name => "out V d" + name));
        _code.Line($"public void Backward<V>({string.Join(", ", parameters)})");
        _code.Line("    where V : struct, nn::IVector<V>");
        using (_code.Block())
        {
            foreach (var link in _chain.Backward.Recomputed)
                _code.Line($"var {Value(_chain.Inputs + link)} = {Forward(link)};");
            foreach (var term in _chain.Backward.Terms)
                WriteTerm(term);
            for (var i = 0; i < _inputs.Length; i++)
            {
                if (!_chain.Backward.Differentiates(i))
                    _code.Line($"d{_inputs[i]} = V.Zero;");
            }
        }
    }

    private void WriteTerm(ChainTerm term)
    {
        var operand = _chain.Links[term.Link].Operands[term.Input];
        var arguments = string.Join(", ", term.Derivative.Reads.Select(parameter => Operand(term.Link, parameter)));
        var declaration = operand < _chain.Inputs || !term.IsFirst ? "" : "var ";
        _code.Line($"{declaration}{Gradient(operand)} {(term.IsFirst ? "=" : "+=")} {Op(term.Link)}.{term.Derivative.Method}({arguments});");
    }

    private string Operand(int link, OpParameter parameter) => parameter.Role switch
    {
        OpParameterRole.Input => Value(_chain.Links[link].Operands[ChainBackward.IndexOf(_chain.Links[link].Op, parameter.Target)]),
        OpParameterRole.Output => link == _chain.Links.Count - 1 ? "y" : Value(_chain.Inputs + link),
        _ => Gradient(_chain.Inputs + link),
    };

    private string Forward(int link)
    {
        var current = _chain.Links[link];
        var arguments = current.Op.Forward.Select(parameter => Value(current.Operands[ChainBackward.IndexOf(current.Op, parameter.Target)]));
        return $"{Op(link)}.Forward({string.Join(", ", arguments)})";
    }

    private string Op(int link)
        => _chain.Links[link].Op.Hypers.Count > 0 ? "op" + link : $"default({ModuleText.Short(_chain.Links[link].Op.FullName)})";

    /// <summary>The local of an input or of a link's result.</summary>
    private string Value(int operand) => operand < _chain.Inputs ? _inputs[operand] : "t" + (operand - _chain.Inputs);

    private string Gradient(int operand) => operand == _chain.Inputs + _chain.Links.Count - 1 ? "dy" : "d" + Value(operand);
}
