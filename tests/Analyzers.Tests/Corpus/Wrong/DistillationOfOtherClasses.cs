// NNG1001: 'F.KlDiv' cannot broadcast 'F.LogSoftmax(student.Forward(x), 1)' [N, 10] with 'F.Softmax(teacher.Forward(x), 1)' [N, 100]: 10 and 100 at dim -1 are neither equal nor 1
[Module]
public partial class Distillation
{
    private readonly Linear student = new(64, 10);
    private readonly Linear teacher = new(64, 100);

    public Tensor Forward([Shape("N, 64")] Tensor x) => [|F.KlDiv(F.LogSoftmax(student.Forward(x), 1), F.Softmax(teacher.Forward(x), 1))|];
}
