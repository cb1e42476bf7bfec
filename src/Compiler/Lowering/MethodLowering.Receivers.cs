using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What an op is called on: a tensor, or a module whose method is the op over its members.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A tensor is the op's first input; a module's members are what no argument gives.</summary>
    private bool AddReceiver(OpCall call, OpBinding binding, IOperation receiver)
    {
        if (!_context.Known.IsModule(receiver.Type))
            return AddTensor(call, binding.Receiver!, receiver, Lower(receiver));
        if (Lower(receiver) is not ModuleTerm module)
            return false;
        call.Module = module;
        foreach (var argument in binding.Rest)
        {
            switch (MemberNamed(call.Operation, module, argument.Name))
            {
                case TensorTerm { Value: var value }:
                    call.Tensors.Add(new TensorArgument(argument.Name, value));
                    break;
                case ScalarTerm { Scalar: var scalar }:
                    AddScalar(call, argument.Name, scalar);
                    break;
                case FailedTerm:
                    return false;
            }
        }

        return true;
    }

    /// <summary>A module's member by the name of an op's argument: <c>outProjWeight</c> is <c>OutProj.Weight</c>. Null: there is none.</summary>
    private Term? MemberNamed(IOperation operation, ModuleTerm module, string name)
    {
        for (var type = module.Type; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers()
                .Where(m => m is IPropertySymbol { IsIndexer: false } && name.StartsWith(m.Name, StringComparison.OrdinalIgnoreCase));
            foreach (var member in members)
            {
                var term = member.Name.Length == name.Length || _context.Known.IsModule(MemberKinds.TypeOf(member))
                    ? MemberTerm(operation, module, member, shape: null)
                    : null;
                if (member.Name.Length == name.Length)
                    return term;
                if (term is ModuleTerm child && MemberNamed(operation, child, name.Substring(member.Name.Length)) is { } inner)
                    return inner;
            }
        }

        return null;
    }
}
